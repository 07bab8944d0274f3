/**
 * A real browser for tests of pages: Debian's Chromium, steered by Playwright. The door is {@link
 * org.openhall.browser.Browser}.
 */
@NullMarked
package org.openhall.browser;

import org.jspecify.annotations.NullMarked;
