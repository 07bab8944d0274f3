@NullMarked
package org.openhall.office.desk.signin;

import org.jspecify.annotations.NullMarked;
