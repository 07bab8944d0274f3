@NullMarked
package org.openhall.office.lint;

import org.jspecify.annotations.NullMarked;
