// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/scene.h"

#include <stdlib.h>
#include <string.h>

struct scene *scene_new(void)
{
    struct scene *scene = calloc(1, sizeof *scene);
    if (!scene)
        memory_exhausted();
    scene->arena = arena_new();
    return scene;
}

void scene_clear(struct scene *scene)
{
    for (size_t i = 0; i < scene->symbols.count; i++)
        symbol_free(scene->symbols.items[i]);
    struct arena *arena = scene->arena;
    arena_reset(arena);
    *scene = (struct scene){.arena = arena};
}

void scene_free(struct scene *scene)
{
    if (!scene)
        return;
    scene_clear(scene);
    arena_free(scene->arena);
    free(scene);
}

struct rect scene_place(const struct scene *scene, struct rect box, bool scrolls)
{
    if (scrolls)
        box.y += scene->scroll.view.y - scene->scroll.offset;
    return box;
}

struct rect scene_visible(const struct scene *scene)
{
    const struct scroll *scroll = &scene->scroll;
    struct rect seen = scroll->view;
    if (scroll->moving)
        return seen;
    for (size_t i = 0; i < scroll->starts.count; i++)
        if (scroll->starts.items[i] == scroll->offset &&
            scroll->ends.items[i] - scroll->offset < seen.h)
            seen.h = scroll->ends.items[i] - scroll->offset;
    if (scroll->offset > 0) {
        seen.y += scroll->pad;
        seen.h -= scroll->pad;
    }
    return seen;
}

static bool holds(struct rect box, int x, int y, int grown)
{
    return x >= box.x - grown && x < box.x + box.w + grown && y >= box.y - grown &&
           y < box.y + box.h + grown;
}

// The last one wins: it lies on top. What is not shown yet cannot be pressed.
const struct target *scene_target(const struct scene *scene, int x, int y, int grown)
{
    struct rect seen = scene_visible(scene);
    for (size_t i = scene->targets.count; i > 0; i--) {
        const struct target *target = &scene->targets.items[i - 1];
        if (target->scrolls && !holds(seen, x, y, 0))
            continue;
        if (holds(scene_place(scene, target->box, target->scrolls), x, y, grown))
            return target;
    }
    return NULL;
}

const struct target *scene_target_of(const struct scene *scene, const struct action *action)
{
    for (size_t i = scene->targets.count; i > 0; i--)
        if (action_equal(&scene->targets.items[i - 1].action, action))
            return &scene->targets.items[i - 1];
    return NULL;
}

// How many targets come before this one: those of earlier zones, and of its own the earlier ones.
static size_t rank(const struct scene *scene, size_t index)
{
    size_t before = 0;
    enum zone zone = scene->targets.items[index].zone;
    for (size_t i = 0; i < scene->targets.count; i++)
        before += scene->targets.items[i].zone < zone ||
                  (scene->targets.items[i].zone == zone && i < index);
    return before;
}

const struct target *scene_next(const struct scene *scene, const struct action *action, int steps)
{
    size_t count = scene->targets.count, wanted = 0;
    const struct target *from = scene_target_of(scene, action);
    if (from)
        wanted = (rank(scene, (size_t)(from - scene->targets.items)) + count +
                  (size_t)(steps + (int)count)) %
                 count;
    for (size_t i = 0; i < count; i++)
        if (rank(scene, i) == wanted)
            return &scene->targets.items[i];
    return NULL;
}

const struct target *scene_next_shown(const struct scene *scene, const struct action *action,
                                      int screenful)
{
    const struct target *next = scene_next(scene, action, scene_target_of(scene, action) != NULL);
    for (size_t left = scene->targets.count; left > 0; left--) {
        if (!next->scrolls || scene_screenful(scene, next->box) == screenful)
            break;
        next = scene_next(scene, &next->action, 1);
    }
    return next;
}

int scene_screenful(const struct scene *scene, struct rect box)
{
    const struct scroll *scroll = &scene->scroll;
    for (size_t i = 0; i < scroll->starts.count; i++)
        if (box.y + box.h / 2 >= scroll->starts.items[i] &&
            box.y + box.h / 2 <= scroll->ends.items[i])
            return (int)i;
    return -1;
}

const struct legend *scene_legend(const struct scene *scene, const char *text)
{
    for (size_t i = 0; i < scene->legends.count; i++)
        if (strstr(scene->legends.items[i].text, text))
            return &scene->legends.items[i];
    return NULL;
}

static void print_place(const struct scene *scene, struct rect box, bool scrolls, FILE *stream)
{
    box = scene_place(scene, box, scrolls);
    fprintf(stream, " %d %d %d %d", box.x, box.y, box.w, box.h);
}

void scene_print(const struct scene *scene, FILE *stream)
{
    fprintf(stream, "screen %d %d\n", scene->width, scene->height);
    for (size_t i = 0; i < scene->targets.count; i++) {
        const struct target *target = &scene->targets.items[i];
        fprintf(stream, "target %s%s%s", action_name(target->action.kind),
                *target->action.id ? ":" : "", target->action.id);
        print_place(scene, target->box, target->scrolls, stream);
        fputc('\n', stream);
    }
    for (size_t i = 0; i < scene->legends.count; i++) {
        const struct legend *legend = &scene->legends.items[i];
        fprintf(stream, "text %s", legend->language->tag);
        print_place(scene, legend->box, legend->scrolls, stream);
        fprintf(stream, " %s\n", legend->text);
    }
}
