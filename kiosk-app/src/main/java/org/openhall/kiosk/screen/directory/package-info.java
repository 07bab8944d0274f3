/**
 * The disclosure directory (政府信息公开目录): its tree, its filters by publisher and year, and the entries
 * under them.
 */
@NullMarked
package org.openhall.kiosk.screen.directory;

import org.jspecify.annotations.NullMarked;
