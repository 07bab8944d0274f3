/**
 * Fuzzing: a parser is given inputs that nobody thought of. A {@link org.openhall.fuzz.FuzzTarget}
 * says what is tried and what must hold; {@link org.openhall.fuzz.Regression} tries it in every
 * test run, the kept inputs and a fixed number of new ones; {@link org.openhall.fuzz.FuzzMain} has
 * a coverage-guided fuzzer look for more. Nothing here is part of a program that runs in a hall.
 */
@NullMarked
package org.openhall.fuzz;

import org.jspecify.annotations.NullMarked;
