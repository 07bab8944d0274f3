/**
 * Text as the search sees it: folding, tokens, pinyin. Pure functions over strings; the index
 * itself is in the store.
 */
@NullMarked
package org.openhall.content.search;

import org.jspecify.annotations.NullMarked;
