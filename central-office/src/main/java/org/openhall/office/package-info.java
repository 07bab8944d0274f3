/**
 * The office program: its command line and nothing else. Each command reads its arguments, calls
 * one door of the packages below, and says what came of it.
 */
@NullMarked
package org.openhall.office;

import org.jspecify.annotations.NullMarked;
