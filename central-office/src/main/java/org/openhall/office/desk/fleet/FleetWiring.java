package org.openhall.office.desk.fleet;

import java.time.Clock;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.enrol.Terminals;
import org.openhall.office.fleet.Fleet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of the terminals. */
@Configuration(proxyBeanMethods = false)
@Import({FleetPages.class, UrgentPage.class})
public class FleetWiring {
  @Bean
  Fleet fleet(OfficeDatabase database, Terminals terminals, AuditLog log, Clock clock) {
    return new Fleet(database, terminals, log, clock);
  }
}
