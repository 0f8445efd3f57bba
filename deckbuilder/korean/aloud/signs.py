"""Signs, Greek letters and units, as they are read aloud."""

from __future__ import annotations

from deckbuilder.korean.aloud.sounds import table

SIGNS = table("""
    % 퍼센트 ‰ 퍼밀 ° 도 ′ 프라임 + 플러스 # 샵 & 앤드 ∞ 무한대 ∑ 시그마 √ 루트
    $ 달러 € 유로 £ 파운드 ₩ 원 ¥ 엔
    """)
GREEK = table("""
    α 알파 β 베타 γ 감마 δ 델타 ε 엡실론 ζ 제타 η 에타 θ 세타 ι 요타 κ 카파 λ 람다 μ 뮤 ν 뉴
    ξ 크시 ο 오미크론 π 파이 ρ 로 σ 시그마 ς 시그마 τ 타우 υ 입실론 φ 피 χ 카이 ψ 프시 ω 오메가
    """)
UNITS = table("""
    mg 밀리그램 kg 킬로그램 nm 나노미터 mm 밀리미터 cm 센티미터 km 킬로미터
    mL 밀리리터 ml 밀리리터 dL 데시리터 kL 킬로리터 cal 칼로리 kcal 킬로칼로리 kJ 킬로줄 MJ 메가줄
    Pa 파스칼 hPa 헥토파스칼 kPa 킬로파스칼 MPa 메가파스칼 dB 데시벨 px 픽셀
    """)
# Letters, unless they stand behind a number.
SMALL_UNITS = table("g 그램 m 미터 L 리터 l 리터 h 시간 J 줄 Ω 옴 kΩ 킬로옴 MΩ 메가옴")
# Behind a blank or Hangul, as in "Type II"; I, V and X alone are letters more often.
ROMAN = table("II 이 III 삼 IV 사 VI 육 VII 칠 VIII 팔 IX 구 XI 십일 XII 십이")
