// SPDX-License-Identifier: EUPL-1.2
// Faults told to a person: with the place they are at, and with colours at a terminal.
#pragma once

#include <stdio.h>

#include "base/fault.h"

// Sorted by place; below each message that names a column the line, indented by four spaces, and
// a caret. Coloured if the stream is a terminal, unless NO_COLOR is set or TERM is dumb.
void faults_tell(struct faults *faults, FILE *stream);
