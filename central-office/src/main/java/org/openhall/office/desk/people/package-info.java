/** The administrators' pages about people: one makes them, another grants their roles. */
@NullMarked
package org.openhall.office.desk.people;

import org.jspecify.annotations.NullMarked;
