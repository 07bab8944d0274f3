@NullMarked
package org.openhall.office.upload;

import org.jspecify.annotations.NullMarked;
