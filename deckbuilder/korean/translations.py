"""Whether one language says what a name in the other says: "시작할 자리" tells `start`.

Anyone who reads both picks such a name among others without knowing the thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from deckbuilder.korean.shapes import HANGUL
from deckbuilder.regular import expression

# A word of a name, and how Korean begins to say it. Left out is what nearly every description says:
# 값 for value, 이름 for name, 시간 for time.
_WORDS = {
    english: tuple(korean.split("/"))
    for english, _, korean in (
        pair.strip().partition(" ")
        for pair in """
        start 시작, begin 시작, end 끝/종료, first 첫/처음, last 마지막, next 다음, previous 이전,
        prev 이전, before 이전/전에, after 이후/뒤에/후에, index 인덱스/색인, length 길이,
        size 크기, count 개수/횟수, depth 깊이, width 너비/폭, height 높이, max 최대/최댓,
        maximum 최대/최댓, min 최소/최솟, minimum 최소/최솟, sum 합/더한, average 평균,
        valid 유효, empty 비어/빈, create 생성/만들, make 만들, build 빌드/만들,
        delete 삭제/지우/지운, remove 제거/삭제/지우, update 수정/갱신/업데이트, insert 삽입/넣,
        add 추가/더하, append 덧붙/추가, select 선택/고르, choose 선택/고르, search 검색/찾,
        find 찾, filter 거르/걸러/필터, sort 정렬, reverse 뒤집/거꾸로, copy 복사, move 이동/옮,
        replace 바꾸/교체/대체, merge 합치/병합, split 나누/쪼개, join 합치/이어, open 열/연다,
        close 닫, read 읽, write 쓰/적, print 출력, input 입력, output 출력, load 불러/적재,
        save 저장, store 저장, send 보내/전송, receive 받/수신, request 요청, response 응답,
        run 실행, execute 실행, stop 멈추/중지, pause 멈추/일시, wait 기다/대기, catch 잡,
        throw 던지, error 에러/오류, exception 예외, return 반환/돌려, call 호출/부르,
        public 공개, private 비공개, static 정적, dynamic 동적, memory 메모리/기억, cache 캐시,
        security 보안, user 사용자, client 클라이언트, order 순서/주문, random 무작위/임의/랜덤,
        shuffle 섞, repeat 반복/되풀이, check 확인/검사, change 변경/바꾸/바뀌, increase 늘/증가,
        decrease 줄/감소,
        classification 분류, classify 분류, regression 회귀, prediction 예측, predict 예측,
        detection 탐지/검출/감지, segmentation 분할, translation 번역, generation 생성,
        recommendation 추천, recommender 추천, learning 학습, training 훈련/학습, validation 검증,
        horizontal 수평/가로, vertical 수직/세로, reference 기준/참조, single 단일/하나,
        sentence 문장, word 단어/낱말, document 문서, image 이미지/그림, text 텍스트,
        number 숫자/번호, string 문자열, integer 정수, array 배열, table 테이블, column 컬럼,
        group 그룹, object 객체, function 함수, variable 변수, constant 상수,
        parameter 매개변수/파라미터, parameters 매개변수/파라미터, argument 인자/인수,
        type 타입/자료형/유형, triangle 삼각형, network 네트워크, server 서버, data 데이터/자료,
        model 모델/모형, system 시스템/체계, role 역할, roles 역할, feature 특징/특성,
        label 레이블/라벨, weight 가중치/무게, bias 편향, loss 손실, cost 비용,
        gradient 기울기/경사, descent 하강, layer 레이어/계층, node 노드, edge 간선, graph 그래프,
        tree 트리/나무, root 루트/뿌리, leaf 리프, parent 부모, child 자식, left 왼,
        right 오른/권리, finish 끝/마친, finished 끝/마친, continue 계속, head 머리, tail 꼬리,
        linked 연결/링크, list 리스트/목록, key 키, keys 키, density 밀도, estimate 추정,
        congestion 혼잡, consistency 일관, scalability 확장,
        inner 내부/안쪽, outer 외부/바깥, internal 내부, external 외부,
        local 지역, global 전역, positive 양의/긍정, negative 음의/부정, false 거짓,
        probability 확률, distribution 분포, mean 평균, variance 분산, standard 표준,
        deviation 편차, correlation 상관, independent 독립, dependent 종속, sample 표본,
        population 모집단, hypothesis 가설, level 수준/단계, rate 비율/속도, ratio 비율,
        price 가격, market 시장, demand 수요, supply 공급, asset 자산, debt 부채, liability 부채,
        income 소득/수입, revenue 수익/매출, profit 이익, interest 이자, risk 위험,
        insurance 보험, bond 채권/사채, stock 주식, heart 심장, blood 혈액, cell 세포, muscle 근육,
        nerve 신경, protein 단백질, energy 에너지, mass 질량, speed 속력/속도, velocity 속도,
        acceleration 가속도, pressure 압력, temperature 온도, sound 소리, wave 파동,
        current 전류/현재, voltage 전압, resistance 저항, power 전력, air 공기, rule 규칙,
        natural 자연, motion 운동, reinforcement 강화, convertible 전환/변환,
        preprocessing 전처리, trigger 방아쇠, observer 관찰, backward 역방향, backwards 역방향,
        forward 순방향, address 주소, addressing 주소
        """.split(",")
    )
}
# They say nothing of their own beside another word: isValid, get_size.
_HELPERS = frozenset("is get set has do did on to the a of by with component flag".split())
_PARTS = expression(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_LATIN = expression(r"[A-Za-z]{3,}")
# What a noun may have behind what a verb is translated by: 쓰기, 깊이값.
_ENDS = "[기값도]?"


def parts(name: str) -> tuple[str, ...]:
    """The Latin words of a name: linked and list of LinkedList, max and depth of max_depth."""
    return tuple(part.lower() for part in _PARTS.findall(name))


def translated(name: str, text: str) -> bool:
    """Whether a text has, in the other language, every word of a name that says something.

    Args:
        name: of one with a word that is neither in the table nor, as it is, in the text, nothing
            is told.
        text: what is said of the thing, or another name.
    """
    if HANGUL.search(name):
        return bool(_LATIN.search(text)) and _is_said_in_english(name, text)
    korean = [_WORDS[word] for word in _telling(name)]
    told = all(re.search(_anywhere(said), text) for said in korean)
    if told and any(re.search(_begun(said), text) for said in korean):
        return True
    in_a_row = "".join(f"(?:{'|'.join(said)})" for said in korean)
    return told and len(korean) > 1 and bool(re.search(in_a_row, text))  # "평균밀도추정법"


def _is_said_in_english(name: str, text: str) -> bool:
    """Whether nothing is left of a Korean name without the English of the text and its meaning."""
    english = parts(text)
    korean = [said for word in english for said in _WORDS.get(word, ())]
    # each English word whole: of words that hold one another a long name could be made in many ways
    latin = f"(?<![a-z])(?:{'|'.join(dict.fromkeys(english))})(?![a-z])"
    said = "|".join((*dict.fromkeys(korean), latin))
    return bool(korean) and all(
        re.fullmatch(f"(?:{said})+{_ENDS}", word) for word in name.lower().split()
    )


def _begun(korean: Iterable[str]) -> str:
    return rf"(?<![가-힣])(?:{'|'.join(korean)})"


def _anywhere(korean: Iterable[str]) -> str:
    """So a word that is not the first is found in a compound; of a syllable, in front of one."""
    long = [word for word in korean if len(word) > 1]
    return "|".join([_begun(korean), *long])


@lru_cache(maxsize=1 << 10)
def _telling(name: str) -> tuple[str, ...]:
    """The words of a name that say something, all of them known; else none."""
    telling = tuple(word for word in parts(name) if word not in _HELPERS)
    return telling if all(word in _WORDS for word in telling) else ()
