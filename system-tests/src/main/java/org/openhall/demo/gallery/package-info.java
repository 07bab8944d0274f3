/**
 * Every screen of the kiosk in every state, as pictures: what is shown, the content and devices it
 * is shown with, and the comparison with the pictures that were agreed on. No product code.
 */
@NullMarked
package org.openhall.demo.gallery;

import org.jspecify.annotations.NullMarked;
