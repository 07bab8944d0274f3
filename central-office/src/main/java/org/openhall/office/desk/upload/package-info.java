/** Pages by which editors bring files: columns, preview, report, and on to review. */
@NullMarked
package org.openhall.office.desk.upload;

import org.jspecify.annotations.NullMarked;
