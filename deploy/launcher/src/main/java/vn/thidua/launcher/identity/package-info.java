/** Keycloak: how it is started and how its realm is brought to what the files say. */
@NullMarked
package vn.thidua.launcher.identity;

import org.jspecify.annotations.NullMarked;
