#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Posters for 200 offices in one run: sheets a second, proof included, and the peak of memory beside
that for 20. Then a browser that prints an equal page: the same words at the same places, the same
code, arms and grounds. usage: press.py PROGRAM CONTENT

The offices of the content come again and again, so that no more content is read for more sheets."""
import glob
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

program, content = sys.argv[1:]
offices = sorted(os.path.basename(path)[:-4] for path in glob.glob(content + "/offices/*.xml"))
browser = shutil.which("chromium") or shutil.which("chromium-browser")


def run(*command):
    """Seconds, and KiB resident at most."""
    began = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    assert status == 0, command
    return time.monotonic() - began, usage.ru_maxrss


def print_posters(count, folder):
    wanted = [word for i in range(count) for word in ("--office", offices[i % len(offices)])]
    return run(program, "poster", "--content", content, *wanted, "-o", folder)


def boxes(pdf):
    page = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, text=True).stdout
    return re.findall(r'xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', page)


def equal_page(pdf, code):
    """In pt, as in the file."""
    out = ['<div class=page><p style="left:0;top:0;width:595px;height:213px;background:#0b3c4c"></p>'
           '<p style="left:0;top:690px;width:595px;height:152px;background:#f4f4f0"></p>']
    for i in range(6):
        for left in (43, 436):
            out.append(f'<p class=arm style="left:{left}px;top:{300 + 40 * i}px"></p>')
    for left, top, right, bottom, word in boxes(pdf):
        size = (float(bottom) - float(top)) / 1.36
        out.append(f'<p style="left:{left}px;top:{top}px;font-size:{size:.2f}px">{word}</p>')
    out.append(f'<p style="left:190px;top:310px;width:215px">{code}</p></div>')
    return "".join(out)


def document(pages):
    return ("<!DOCTYPE html><meta charset=utf-8><style>@page{size:595px 842px;margin:0}"
            "body,p{margin:0}.page{position:relative;height:842px;break-after:page;overflow:hidden}"
            "p{position:absolute;font:10px/1.36 Noto Sans,Noto Sans Arabic;white-space:nowrap}"
            ".arm{width:116px;height:34px;background:#ffcb2e;"
            "clip-path:polygon(0 0,88% 0,100% 50%,88% 100%,0 100%)}</style>" + "".join(pages))


def print_pages(folder, pages):
    source = os.path.join(folder, "page.html")
    with open(source, "w", encoding="utf-8") as file:
        file.write(document(pages))
    pdf = os.path.join(folder, "page.pdf")
    seconds, _ = run(browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                     "--user-data-dir=" + os.path.join(folder, "browser"), "--print-to-pdf=" + pdf,
                     "file://" + source)
    assert os.path.getsize(pdf) > 1000
    return seconds


def compare(folder, sheet):
    code = subprocess.run([program, "qr", "--content", content, "--office", offices[0], "-o",
                           folder + "/code.svg"], check=True)
    with open(folder + "/code.svg", encoding="utf-8") as file:
        code = file.read().split("?>", 1)[1]
    page = equal_page(f"{folder}/{offices[0]}.pdf", code)
    print_pages(folder, [page])  # makes its profile
    one = statistics.median(print_pages(folder, [page]) for _ in range(3))
    many = print_pages(folder, [page] * 20)
    print(f"{'a page by ' + os.path.basename(browser):<36} {one * 1000:9.0f} ms    "
          f"{sheet / one:.2f}x of it a sheet takes here")
    print(f"{'  of 20 in one file, start left out':<36} {(many - one) / 19 * 1000:9.0f} ms    "
          f"{sheet / ((many - one) / 19):.2f}x; not proven, and one file")


with tempfile.TemporaryDirectory() as folder:
    print_posters(1, folder)
    few, few_peak = print_posters(20, folder)
    many, many_peak = print_posters(200, folder)
    sheet = (many - few) / 180
    print(f"\n{'posters, A4, proven':<36} {200 / many:9.1f} a second, {sheet * 1000:.0f} ms each")
    print(f"{'  peak of 20 and 200, resident':<36} {few_peak / 1024:9.2f} {many_peak / 1024:9.2f} MiB "
          f"{many_peak / few_peak:8.2f}x  aim 1.05x   {'met' if many_peak / few_peak <= 1.05 else 'missed'}")
    if browser:
        compare(folder, sheet)
    else:
        print("(no browser is here to print an equal page)")
