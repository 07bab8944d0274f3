/** The demo: opens a whole hall, lets a person work it, or walks through it and leaves pictures. */
@NullMarked
package org.openhall.demo;

import org.jspecify.annotations.NullMarked;
