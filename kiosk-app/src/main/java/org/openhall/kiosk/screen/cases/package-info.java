/**
 * 查询办件: the number of a case, typed or scanned, and the office's answer; and the code of a slip of
 * this terminal, which leads back to the page that it was printed from. What is asked and answered
 * is forgotten when the screen is left.
 */
@NullMarked
package org.openhall.kiosk.screen.cases;

import org.jspecify.annotations.NullMarked;
