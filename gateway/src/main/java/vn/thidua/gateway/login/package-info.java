/** Who is calling: browser sessions kept here, bearer tokens of agencies, and the way back after log-in. */
@NullMarked
package vn.thidua.gateway.login;

import org.jspecify.annotations.NullMarked;
