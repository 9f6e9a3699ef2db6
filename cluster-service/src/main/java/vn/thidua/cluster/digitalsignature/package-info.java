/**
 * Files that were signed digitally: whether their signatures hold over a text, and what their certificates say. Nothing here
 * vouches for who the signer is; that takes a trust store, and people who read the certificate.
 */
@NullMarked
package vn.thidua.cluster.digitalsignature;

import org.jspecify.annotations.NullMarked;
