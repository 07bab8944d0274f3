/** The architecture as a test: each rule with its reason. */
@NullMarked
package org.openhall.architecture;

import org.jspecify.annotations.NullMarked;
