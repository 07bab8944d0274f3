@NullMarked
package org.openhall.office.desk.preview;

import org.jspecify.annotations.NullMarked;
