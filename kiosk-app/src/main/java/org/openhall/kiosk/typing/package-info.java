/**
 * What typed keys may mean: pinyin and strokes become candidates. No screen, no device, and no
 * memory beyond one visit: what was chosen is forgotten at its end, so nobody sees the words of the
 * one before. The door is {@link org.openhall.kiosk.typing.InputMethod}.
 */
@NullMarked
package org.openhall.kiosk.typing;

import org.jspecify.annotations.NullMarked;
