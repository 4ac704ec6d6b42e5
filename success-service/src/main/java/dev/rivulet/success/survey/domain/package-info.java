/** The rules of the Net Promoter Score. */
@NullMarked
package dev.rivulet.success.survey.domain;

import org.jspecify.annotations.NullMarked;
