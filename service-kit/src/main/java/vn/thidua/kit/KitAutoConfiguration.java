package vn.thidua.kit;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import vn.thidua.kit.audit.AuditConfiguration;
import vn.thidua.kit.database.DatabaseConfiguration;
import vn.thidua.kit.feed.FeedConfiguration;
import vn.thidua.kit.file.FileConfiguration;
import vn.thidua.kit.idempotency.IdempotencyConfiguration;
import vn.thidua.kit.mandate.MandateConfiguration;
import vn.thidua.kit.openapi.OpenApiConfiguration;
import vn.thidua.kit.personal.PersonalConfiguration;
import vn.thidua.kit.replica.ReplicaConfiguration;
import vn.thidua.kit.schedule.ScheduleConfiguration;
import vn.thidua.kit.security.SecurityConfiguration;
import vn.thidua.kit.web.WebConfiguration;

/** Everything the kit gives a service, by being on its class path. */
@AutoConfiguration
@AutoConfigureOrder(Ordered.HIGHEST_PRECEDENCE) // Boot leaves out what it finds already there: language, texts, log-in.
@Import({
    WebConfiguration.class,
    SecurityConfiguration.class,
    DatabaseConfiguration.class,
    IdempotencyConfiguration.class,
    MandateConfiguration.class,
    FeedConfiguration.class,
    ReplicaConfiguration.class,
    OpenApiConfiguration.class,
    PersonalConfiguration.class,
    AuditConfiguration.class,
    FileConfiguration.class,
    // After everything that may bring recurring work.
    ScheduleConfiguration.class
})
public class KitAutoConfiguration {}
