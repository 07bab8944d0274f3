/**
 * What the government discloses (政府信息公开), by the sections of the national platform: the way in, the
 * fifteen statutory items, annual reports, disclosure guides. The directory itself and the pages
 * that are read lie in their own packages.
 */
@NullMarked
package org.openhall.kiosk.screen.disclosure;

import org.jspecify.annotations.NullMarked;
