// SPDX-License-Identifier: EUPL-1.2
// The staff's way as a state: who comes in, and how long one waits who guesses.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "kiosk/staff.h"

#define COUNT(rows) (sizeof(rows) / sizeof(rows)[0])

enum { SECOND = 1000, MINUTE = 60 * SECOND };

// Of 1234, by `openssl passwd -6`, and of 2580 by the kind of hash that Debian itself takes.
static const char hash[] = "$6$abc$MzYD0nNWVhSPKUohL2rXBInSYrLx2qua8Ls2hYaW0Hop49GOPkfKKcAlVdTiyyxb91XLe"
                           "c6Li8qSqzf6tUI2F0";
static const char yescrypt[] = "$y$j9T$abcdefgh$GC/O3RC8b4th9..Uc9WkVPCF9qq9C9y6lqCARFiYsa8";

static bool act(struct staff *staff, enum action_kind kind, const char *id, uint64_t now)
{
    struct action action = action_of(kind, id);
    return staff_act(staff, &action, hash, now);
}

static void type(struct staff *staff, const char *pin, uint64_t now)
{
    for (; *pin; pin++)
        act(staff, ACTION_DIGIT, (char[]){*pin, '\0'}, now);
}

static void try(struct staff *staff, const char *pin, uint64_t now)
{
    type(staff, pin, now);
    act(staff, ACTION_UNLOCK, NULL, now);
}

static void test_hashes(void **state)
{
    (void)state;
    static const char *const bad[] = {"", "1234", "$", "$6$", "$6$abc$", "$99$abc$xyz", "$6abc",
                                      "*0"};
    assert_true(staff_hash_is_good(hash));
    assert_true(staff_hash_is_good(yescrypt));
    for (size_t i = 0; i < COUNT(bad); i++)
        if (staff_hash_is_good(bad[i]))
            fail_msg("`%s` is taken for a hash", bad[i]);
}

static void test_the_way_in_and_out(void **state)
{
    (void)state;
    struct staff staff = {0};
    assert_false(act(&staff, ACTION_QUIT, NULL, 0));
    assert_false(act(&staff, ACTION_DIGIT, "1", 0));
    assert_true(act(&staff, ACTION_STAFF, NULL, 0));
    assert_false(act(&staff, ACTION_RELOAD, NULL, 0));
    assert_int_equal(staff.wish, WISH_NONE);
    try(&staff, "1234", 0);
    assert_int_equal(staff.stage, STAFF_MENU);
    assert_string_equal(staff.pin, "");
    assert_true(act(&staff, ACTION_RELOAD, NULL, 0));
    assert_int_equal(staff.wish, WISH_RELOAD);
    assert_true(act(&staff, ACTION_BACK, NULL, 0));
    assert_int_equal(staff.stage, STAFF_AWAY);
    // The end of the visit ends it, and remains the visit's.
    act(&staff, ACTION_STAFF, NULL, 0);
    type(&staff, "12", 0);
    assert_false(act(&staff, ACTION_END, NULL, 0));
    assert_int_equal(staff.stage, STAFF_AWAY);
    assert_string_equal(staff.pin, "");
}

static void test_other_hashes(void **state)
{
    (void)state;
    struct staff staff = {.stage = STAFF_PIN, .pin = "2580"};
    struct action unlock = action_of(ACTION_UNLOCK, NULL), open = action_of(ACTION_STAFF, NULL);
    staff_act(&staff, &unlock, yescrypt, 0);
    assert_int_equal(staff.stage, STAFF_MENU);
    struct staff none = {0};
    assert_false(staff_act(&none, &open, NULL, 0));
    assert_int_equal(none.stage, STAFF_AWAY);
}

static void test_typing(void **state)
{
    (void)state;
    struct staff staff = {.stage = STAFF_PIN};
    type(&staff, "1a2 ", 0);
    assert_string_equal(staff.pin, "12");
    assert_true(act(&staff, ACTION_ERASE, NULL, 0));
    assert_string_equal(staff.pin, "1");
    assert_true(act(&staff, ACTION_ERASE, NULL, 0));
    assert_false(act(&staff, ACTION_ERASE, NULL, 0));
    assert_false(act(&staff, ACTION_UNLOCK, NULL, 0));  // nothing is no try
    assert_int_equal(staff.wrong, 0);
    type(&staff, "12345678901234567890", 0);
    assert_int_equal(strlen(staff.pin), PIN_SIZE - 1);
}

// Three tries are free; then one waits a minute, two, four … at most 32.
static void test_waiting(void **state)
{
    (void)state;
    struct staff staff = {.stage = STAFF_PIN};
    uint64_t now = 5;
    try(&staff, "1", now);
    try(&staff, "12345", now);
    assert_int_equal(staff.locked_until, 0);
    static const int minutes[] = {1, 2, 4, 8, 16, 32, 32, 32};
    for (size_t i = 0; i < COUNT(minutes); i++) {
        try(&staff, "0000", now);
        assert_int_equal(staff.locked_until, now + (uint64_t)minutes[i] * MINUTE);
        try(&staff, "1234", staff.locked_until - 1);  // not even looked at
        assert_int_equal(staff.stage, STAFF_PIN);
        assert_string_equal(staff.pin, "");
        act(&staff, ACTION_END, NULL, now);  // neither does the end of a visit help
        act(&staff, ACTION_STAFF, NULL, now);
        now = staff.locked_until;
    }
    try(&staff, "1234", now);
    assert_int_equal(staff.stage, STAFF_MENU);
    assert_int_equal(staff.wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hashes),       cmocka_unit_test(test_the_way_in_and_out),
        cmocka_unit_test(test_other_hashes), cmocka_unit_test(test_typing),
        cmocka_unit_test(test_waiting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
