/**
 * Content that comes on a stick: {@link org.openhall.agent.stick.StickImport} finds the office's
 * repository on it and runs the same job as over the line. Nothing on a stick is trusted for being
 * there.
 */
@NullMarked
package org.openhall.agent.stick;

import org.jspecify.annotations.NullMarked;
