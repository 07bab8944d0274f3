@NullMarked
package org.openhall.office.desk.upload;

import org.jspecify.annotations.NullMarked;
