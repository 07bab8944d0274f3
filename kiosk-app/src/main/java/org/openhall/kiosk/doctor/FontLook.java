package org.openhall.kiosk.doctor;

/** Says what the installed fonts can draw. */
public interface FontLook {
  /** One character of each block that a name or a place may need. */
  String PROBE = "㛃𠮷𬭎𫖯𬤊𩽾䲟䶮𡎝𤩽鿍鿎";

  /** Whether there is a family for everyday Chinese. */
  boolean chinese();

  /** The characters of {@link #PROBE} that no font has. */
  String missing();
}
