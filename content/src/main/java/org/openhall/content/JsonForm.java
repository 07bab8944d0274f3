package org.openhall.content;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a value is not written as a JSON object of its own. Without it, a record is an object
 * with one member for each component, under the component's name.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface JsonForm {
  /** How it is written. */
  Kind value();

  /** The other ways to write a record. */
  enum Kind {
    /** Its members stand among those of the object that holds it. */
    INLINE,
    /** An array of its components, in their order. */
    ARRAY
  }
}
