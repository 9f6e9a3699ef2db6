package vn.thidua.award;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import vn.thidua.kit.operation.ServiceMain;

/** Who is honoured. For now it knows units and mandates; awards, nominations, councils and decisions come next. */
@SpringBootApplication
public class AwardService {
    public static void main(String[] args) {
        ServiceMain.run(AwardService.class, "award", args);
    }
}
