/**
 * What a terminal tells the office of what happens on it: a closed list of events, how each is
 * written, the folder in which they wait, and the office's word on each. docs/events.md is the same
 * list for people.
 */
@NullMarked
package org.openhall.link.event;

import org.jspecify.annotations.NullMarked;
