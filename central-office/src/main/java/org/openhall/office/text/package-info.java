/**
 * What the office says and how it looks on a terminal: the message bundles, sentences about
 * trouble, tables with Chinese and Latin text. Nothing here decides anything.
 */
@NullMarked
package org.openhall.office.text;

import org.jspecify.annotations.NullMarked;
