@NullMarked
package org.openhall.office.table;

import org.jspecify.annotations.NullMarked;
