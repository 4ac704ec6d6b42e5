package dev.rivulet.subscription;

import dev.rivulet.kit.testing.ProblemTextsContract;

class ProblemTextsTest extends ProblemTextsContract {}
