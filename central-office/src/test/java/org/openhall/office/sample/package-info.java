/** The authored sample that ships with the office: that it is whole, and true to its own rules. */
@NullMarked
package org.openhall.office.sample;

import org.jspecify.annotations.NullMarked;
