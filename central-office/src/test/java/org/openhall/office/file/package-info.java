@NullMarked
package org.openhall.office.file;

import org.jspecify.annotations.NullMarked;
