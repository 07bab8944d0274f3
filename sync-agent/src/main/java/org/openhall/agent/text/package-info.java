/** The agent's sentences in Chinese and English. Everything that people read comes from here. */
@NullMarked
package org.openhall.agent.text;

import org.jspecify.annotations.NullMarked;
