package org.openhall.simulator.printer;

/** What the printer's sensors say at one moment. */
record Sensors(Paper paper, Cover cover, Cutter cutter, Switch position) {

  static final Sensors READY = new Sensors(Paper.OK, Cover.CLOSED, Cutter.OK, Switch.ONLINE);

  /** Off line: print data is held back, only real-time commands are answered. */
  boolean offline() {
    return paper == Paper.OUT
        || cover == Cover.OPEN
        || cutter == Cutter.ERROR
        || position == Switch.OFFLINE;
  }

  Sensors with(Paper next) {
    return new Sensors(next, cover, cutter, position);
  }

  Sensors with(Cover next) {
    return new Sensors(paper, next, cutter, position);
  }

  Sensors with(Cutter next) {
    return new Sensors(paper, cover, next, position);
  }

  Sensors with(Switch next) {
    return new Sensors(paper, cover, cutter, next);
  }
}
