package vn.thidua.kit.mandate;

import java.time.Instant;
import java.util.UUID;

/**
 * What a permitted act rests on; written into its audit row.
 *
 * @param mandateId the mandate that allowed it
 * @param asOf the moment up to which this service knew all mandates
 */
public record Basis(UUID mandateId, Instant asOf) {}
