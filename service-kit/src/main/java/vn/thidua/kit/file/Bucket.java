package vn.thidua.kit.file;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;

/**
 * A service's part of a bucket in an S3-compatible store. An object's key is the SHA-256 of its content: the same content is there
 * once, and writing it again changes nothing.
 */
final class Bucket implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Bucket.class);

    private final S3Client store;
    private final String bucket;
    private final String prefix;

    /**
     * @param service the part of the bucket, so that several may share one
     * @param patience how long a call may take, tries included; within the idle time of a transaction
     */
    Bucket(FileConfiguration.Settings.S3 settings, String service, Duration patience) {
        this.bucket = settings.bucket();
        this.prefix = service + "/";
        this.store = S3Client.builder()
                .endpointOverride(URI.create(settings.url()))
                .region(Region.of(settings.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
                // Stores of other makers know a bucket as the first part of the path, no content cut into signed pieces
                // and no newer
                // checksums.
                .forcePathStyle(true)
                .serviceConfiguration(how -> how.chunkedEncodingEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(patience)
                        .socketTimeout(patience)
                        .build())
                .overrideConfiguration(calls -> calls.apiCallTimeout(patience))
                .build();
    }

    void put(String sha256, byte[] content) {
        answered(() -> store.putObject(put -> put.bucket(bucket).key(prefix + sha256), RequestBody.fromBytes(content)));
    }

    /** @throws IllegalStateException when the store has no such object, or another content under its key */
    byte[] get(String sha256) {
        var content = answered(() -> {
            try {
                return store.getObjectAsBytes(get -> get.bucket(bucket).key(prefix + sha256))
                        .asByteArray();
            } catch (NoSuchKeyException lost) {
                throw new IllegalStateException("the store has lost " + prefix + sha256, lost);
            }
        });
        if (!Files.sha256(content).equals(sha256)) {
            throw new IllegalStateException("the store gives another content as " + prefix + sha256);
        }
        return content;
    }

    void delete(String sha256) {
        answered(() -> store.deleteObject(delete -> delete.bucket(bucket).key(prefix + sha256)));
    }

    /** Everything that is there, some at a time. */
    void each(Consumer<List<String>> some) {
        answered(() -> {
            store.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix))
                    .forEach(page -> some.accept(page.contents().stream()
                            .map(S3Object::key)
                            .map(key -> key.substring(prefix.length()))
                            .toList()));
            return true;
        });
    }

    /** @throws vn.thidua.kit.problem.ProblemException 503 when the store is away or refuses */
    private <T> T answered(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException away) {
            log.warn("The file store does not do its work: {}", away.toString());
            throw Problem.of(ProblemType.UNAVAILABLE).asException();
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
