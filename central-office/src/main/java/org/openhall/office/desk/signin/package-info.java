/** Signing in, for the first time and each day. */
@NullMarked
package org.openhall.office.desk.signin;

import org.jspecify.annotations.NullMarked;
