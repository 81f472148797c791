#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""The web guide: pages written a second into a new folder, beside Hugo (Debian's package hugo) that
builds as many pages of the same size, and beside `cp -r` of the result. usage: site.py PROGRAM CONTENT

Hugo has the easier task: the insides of our pages are its content, as HTML that it only has to put
into one frame, a template with the head, bar and foot of one of our pages; it reads no XML, sets no
links, writes no index. Its pages are counted and weighed, too. Ours are on the disk when we are
done (one sync); the other two leave that to the kernel. In memory, where there is /dev/shm, so that
nobody waits for what else the disk has to do."""
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

program, content = sys.argv[1:]
RUNS = 3


def run(*command):
    began = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - began


# Each time into a folder that is not there yet.
def median(folder, *command):
    seconds = []
    for _ in range(RUNS):
        shutil.rmtree(folder, ignore_errors=True)
        seconds.append(run(*(word.replace("TARGET", folder) for word in command)))
    return statistics.median(seconds)


def pages_of(folder):
    return [os.path.join(at, name) for at, _, names in os.walk(folder) for name in names if name.endswith(".html")]


def weight(folder):
    return sum(map(os.path.getsize, pages_of(folder)))


def read(name):
    with open(name, encoding="utf-8") as file:
        return file.read()


def write(name, text):
    os.makedirs(os.path.dirname(name), exist_ok=True)
    with open(name, "w", encoding="utf-8") as file:
        file.write(text)


def inside(page):
    found = re.search(r"(<main[^>]*>)(.*)(</main>)", page, re.S)
    return found.groups() if found else ("", page, "")


def hugo_site(folder, site):
    write(f"{folder}/hugo.toml", 'baseURL = "https://guide.example/"\ntitle = "Guide"\n'
          'disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "home", "section", "404"]\n')
    frame = read(f"{site}/de/p/registration/index.html")
    main = inside(frame)
    frame = frame.replace("".join(main), main[0] + "{{ .Content }}" + main[2])
    frame = re.sub("<title>[^<]*", "<title>{{ .Title }}", frame)
    write(f"{folder}/layouts/_default/single.html", frame)
    for name in pages_of(site):
        address = os.path.relpath(name, site).removesuffix("index.html")
        head = f"---\ntitle: page\nurl: /{address}\n---\n"
        write(f"{folder}/content/{address.replace('/', '_') or 'start'}.html", head + inside(read(name))[1])


def row(what, count, seconds, ours, rest=""):
    print(f"{what:<36} {count / seconds:9.0f} pages a second   {ours / seconds:6.2f}x as fast as ours{rest}")


with tempfile.TemporaryDirectory(dir="/dev/shm" if os.path.isdir("/dev/shm") else None) as folder:
    site, built = folder + "/site", folder + "/built"
    ours = median(site, program, "site", "--content", content, "-o", "TARGET")
    again = statistics.median(run(program, "site", "--content", content, "-o", site) for _ in range(RUNS))
    copy = median(folder + "/copy", "cp", "-r", site, "TARGET")
    count = len(pages_of(site))
    print(f"\n{'web guide, ' + str(count) + ' pages':<36} {count / ours:9.0f} pages a second")
    row("  again, nothing has changed", count, again, ours)
    row("  cp -r of the result", count, copy, ours)
    if not shutil.which("hugo"):
        print("(hugo is not installed)")
        sys.exit()
    hugo_site(folder + "/hugo", site)
    hugo = median(built, "hugo", "--quiet", "--source", folder + "/hugo", "--destination", "TARGET")
    size = weight(built) / weight(site)
    row("  hugo", len(pages_of(built)), hugo, ours, f"; {len(pages_of(built))} pages, {size:.2f} of the bytes")
