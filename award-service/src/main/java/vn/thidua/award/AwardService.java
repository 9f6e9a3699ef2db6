package vn.thidua.award;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import vn.thidua.kit.operation.ServiceMain;

/** Who is honoured: awards, candidates, nominations, councils' opinions, decisions, award documents, the register. */
@SpringBootApplication
public class AwardService {
    public static void main(String[] args) {
        ServiceMain.run(AwardService.class, "award", args);
    }
}
