# SPDX-License-Identifier: EUPL-1.2
# Counting, for the tests written in bash: source it.

passed=0 failed=0

# report NAME FAULT: passed if there is no fault.
report() {
    if [ -n "$2" ]; then
        echo "FAILED $1: $2"
        failed=$((failed + 1))
    else
        echo "ok $1"
        passed=$((passed + 1))
    fi
}
