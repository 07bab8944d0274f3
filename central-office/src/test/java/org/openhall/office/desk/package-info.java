@NullMarked
package org.openhall.office.desk;

import org.jspecify.annotations.NullMarked;
