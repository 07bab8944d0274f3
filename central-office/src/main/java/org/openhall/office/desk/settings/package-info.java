/** What of the office's settings the system administrator changes while it runs. */
@NullMarked
package org.openhall.office.desk.settings;

import org.jspecify.annotations.NullMarked;
