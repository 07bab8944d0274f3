package org.openhall.office.desk.records;

import java.time.Clock;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.proposal.ProposalReader;
import org.openhall.office.proposal.Proposals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of records, and what they need. */
@Configuration(proxyBeanMethods = false)
@Import({RecordsPages.class, EditPages.class})
public class RecordsWiring {

  @Bean
  Proposals proposals(OfficeDatabase database, Clock clock) {
    return new Proposals(database, clock);
  }

  @Bean
  ProposalReader proposalReader(Proposals proposals) {
    return proposals.reader();
  }

  @Bean
  RecordCheck recordCheck(OfficeDatabase database, Clock clock) {
    return new RecordCheck(database, clock);
  }
}
