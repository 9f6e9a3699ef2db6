package vn.thidua.gateway.route;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import vn.thidua.gateway.GatewaySettings;

/** Where a request really comes from: the peer, or what a proxy we trust says about it. */
@Component
public final class ClientAddress {
    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    private final Pattern trusted;

    ClientAddress(GatewaySettings settings) {
        // An empty pattern would match the empty address only; nobody is trusted.
        this.trusted = Pattern.compile(settings.trustedProxies());
    }

    /** The address as text, never a host name. */
    public String of(ServerHttpRequest request) {
        String peer = peer(request);
        if (!isTrusted(peer)) {
            return peer;
        }
        String client = peer;
        List<String> chain = request.getHeaders().getValuesAsList("X-Forwarded-For");
        // From the nearest hop outwards: everything beyond the first stranger was written by the stranger.
        for (String hop : chain.reversed()) {
            if (!LITERAL.matcher(hop).matches()) {
                return client;
            }
            client = hop;
            if (!isTrusted(hop)) {
                return client;
            }
        }
        return client;
    }

    /** Whether the request was made on this machine and by nobody's proxy. */
    public boolean isLocal(ServerHttpRequest request) {
        InetSocketAddress remote = request.getRemoteAddress();
        return remote != null
                && remote.getAddress() != null
                && remote.getAddress().isLoopbackAddress()
                && !request.getHeaders().containsHeader("X-Forwarded-For")
                && !request.getHeaders().containsHeader("Forwarded");
    }

    private boolean isTrusted(String address) {
        return trusted.matcher(address).matches();
    }

    private static String peer(ServerHttpRequest request) {
        InetSocketAddress remote = request.getRemoteAddress();
        if (remote == null || remote.getAddress() == null) {
            return "unknown";
        }
        String address = remote.getAddress().getHostAddress();
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }
}
