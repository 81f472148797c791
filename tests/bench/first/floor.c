// SPDX-License-Identifier: EUPL-1.2
// The least that any such program costs: a bare SDL window with one line of type in it. Everything
// in bench.sh is measured beside this.
//
// Prints the CPU time of a further frame with a new line, ms.
#include <SDL.h>
#include <SDL_ttf.h>
#include <stdio.h>
#include <time.h>

enum { FRAMES = 60, SIZE = 28 };
#define FONT "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"

static double cpu_ms(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static void draw_line(SDL_Renderer *renderer, TTF_Font *font, int number)
{
    char text[80];
    snprintf(text, sizeof text, "Willkommen in Emden! Was möchten Sie wissen? %d", number);
    SDL_Surface *surface = TTF_RenderUTF8_Blended(font, text, (SDL_Color){16, 37, 46, 255});
    SDL_Texture *texture = SDL_CreateTextureFromSurface(renderer, surface);
    SDL_Rect to = {40, 40, surface->w, surface->h};
    SDL_SetRenderDrawColor(renderer, 244, 244, 240, 255);
    SDL_RenderClear(renderer);
    SDL_RenderCopy(renderer, texture, NULL, &to);
    SDL_RenderFlush(renderer);
    SDL_DestroyTexture(texture);
    SDL_FreeSurface(surface);
}

int main(void)
{
    SDL_DisplayMode mode;
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");  // as the kiosk has it
    if (SDL_Init(SDL_INIT_VIDEO) != 0 || TTF_Init() != 0 ||
        SDL_GetDesktopDisplayMode(0, &mode) != 0)
        return 1;
    SDL_Window *window = SDL_CreateWindow("floor", 0, 0, mode.w, mode.h, SDL_WINDOW_SHOWN);
    SDL_Renderer *renderer = SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE);
    TTF_Font *font = TTF_OpenFont(FONT, SIZE);
    if (!renderer || !font) {
        fprintf(stderr, "floor: %s\n", SDL_GetError());
        return 1;
    }
    TTF_SetFontHinting(font, TTF_HINTING_LIGHT_SUBPIXEL);
    draw_line(renderer, font, 0);
    SDL_RenderPresent(renderer);
    double began = cpu_ms();
    for (int i = 1; i <= FRAMES; i++)
        draw_line(renderer, font, i);
    printf("%.3f\n", (cpu_ms() - began) / FRAMES);
    TTF_CloseFont(font);
    TTF_Quit();
    SDL_DestroyRenderer(renderer);
    SDL_DestroyWindow(window);
    SDL_Quit();
    return 0;
}
