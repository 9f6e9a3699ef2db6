package vn.thidua.cluster.setup;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cluster.mandate.MandateService;
import vn.thidua.cluster.person.PersonService;
import vn.thidua.cluster.unit.UnitService;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.web.Days;

/**
 * The one-time set-up: the first unit and its first administrators. It needs the code from the service's own environment, works
 * once, and is not reachable through the gateway.
 */
@RestController
@Tag(name = "Setup")
class SetupController {
    private static final ProblemType ALREADY_SET_UP = new ProblemType("already-set-up", HttpStatus.CONFLICT);
    private static final ProblemType CODE_WRONG = new ProblemType("setup-code-wrong", HttpStatus.FORBIDDEN);

    record Setup(
            @NotBlank @Size(min = 1, max = 200) String code,
            @NotNull @Valid FirstUnit unit,
            @NotEmpty @Size(min = 1, max = 10) List<@NotNull @Valid Administrator> administrators) {}

    record FirstUnit(
            @NotBlank @Pattern(regexp = "[A-Z0-9][A-Z0-9.-]{0,34}")
            String code,

            @NotBlank @Size(min = 1, max = 300) String name,

            @NotBlank @Pattern(regexp = "ADMINISTRATION|ORGANISATION")
            String kind,

            @NotBlank @Pattern(regexp = "CENTRAL|PROVINCE|COMMUNE|NONE")
            String level,

            @NotNull LocalDate validFrom) {}

    /** @param name required for a person, absent for a client */
    record Administrator(
            @Nullable @Size(min = 1, max = 200) String name,
            @NotNull @Valid Account account) {}

    record Account(
            @NotNull Kind kind,
            @NotBlank @Size(min = 1, max = 200) String subject) {}

    enum Kind {
        PERSON,
        AGENCY
    }

    record Done(UUID unitId) {}

    private final byte[] code;
    private final SetupStore store;
    private final UnitService units;
    private final PersonService people;
    private final MandateService mandates;

    SetupController(
            @Value("${thidua.setup-code:}") String code,
            SetupStore store,
            UnitService units,
            PersonService people,
            MandateService mandates) {
        this.code = code.getBytes(StandardCharsets.UTF_8);
        this.store = store;
        this.units = units;
        this.people = people;
        this.mandates = mandates;
    }

    @PostMapping("/api/v1/setup")
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    @Operation(summary = "Founds the first unit and its administrators; once")
    public Done setUp(@Valid @RequestBody Setup request) {
        if (code.length == 0 || !MessageDigest.isEqual(code, request.code().getBytes(StandardCharsets.UTF_8))) {
            throw Problem.of(CODE_WRONG).asException();
        }
        if (!store.begin()) {
            throw Problem.of(ALREADY_SET_UP).asException();
        }
        var from = Days.checked("/unit/validFrom", request.unit().validFrom());
        var unit = units.createRoot(
                request.unit().code(),
                request.unit().kind(),
                request.unit().level(),
                request.unit().name().strip(),
                from);
        for (int i = 0; i < request.administrators().size(); i++) {
            appoint(request.administrators().get(i), i, unit, from);
        }
        return new Done(unit);
    }

    private void appoint(Administrator administrator, int index, UUID unit, LocalDate from) {
        var subject = administrator.account().subject();
        if (administrator.account().kind() == Kind.AGENCY) {
            mandates.grantByInstallation(null, subject, unit, from);
            return;
        }
        var name = administrator.name();
        if (name == null || name.isBlank()) {
            throw Problem.invalid(FieldError.of("/administrators/" + index + "/name", "required"))
                    .asException();
        }
        mandates.grantByInstallation(people.createByInstallation(name.strip(), unit, subject), null, unit, from);
    }
}
