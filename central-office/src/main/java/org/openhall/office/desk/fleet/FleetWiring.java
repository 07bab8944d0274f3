package org.openhall.office.desk.fleet;

import java.security.SecureRandom;
import java.time.Clock;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.authority.CertificateAuthority;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.enrol.EnrolmentTokens;
import org.openhall.office.enrol.Terminals;
import org.openhall.office.fleet.Fleet;
import org.openhall.office.intake.AcceptanceReports;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of the terminals. */
@Configuration(proxyBeanMethods = false)
@Import({FleetPages.class, UrgentPage.class, CodePages.class})
public class FleetWiring {
  @Bean
  Fleet fleet(OfficeDatabase database, Terminals terminals, AuditLog log, Clock clock) {
    return new Fleet(database, terminals, log, clock);
  }

  @Bean
  AcceptanceReports acceptanceReports(OfficeDatabase database, CertificateAuthority authority) {
    return new AcceptanceReports(database, authority.certificate());
  }

  @Bean
  EnrolmentTokens enrolmentTokens(OfficeDatabase database, AuditLog log, Clock clock) {
    return new EnrolmentTokens(database, new SecureRandom(), log, clock);
  }
}
